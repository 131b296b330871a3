export interface Offices {
  /** Whose bot it is, as citizens know it. The setting AUTHORITY comes before it. */
  authority?: string;
  offices: Office[];
  places: Place[];
  /** Names that are common words and count only after "xã", "phường" and the like. */
  onlyAfterUnit: string[];
  /** Communes and wards that belong to the city and whose competent office is not known. */
  unassigned: string[];
  /** Where posters with QR codes hang, beside the offices and communes: statistics name these alone. */
  posterPlaces: string[];
  checkedOn: string;
  source: string;
}

interface Office {
  id: string;
  name: string;
  seat: string;
  address?: string;
  phone?: string;
}

/** A commune or ward of today, and the names it came from. */
export interface Place {
  name: string;
  unit: 'xã' | 'phường' | 'đặc khu';
  office: string;
  /** Former district or town. */
  district: string;
  /** Former communes, wards, townships that went into it. */
  formerly: { unit: 'xã' | 'phường' | 'thị trấn'; name: string }[];
  /** Where the one-stop counter of the commune is, where known. */
  counter?: string;
}
