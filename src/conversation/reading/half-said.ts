/** "Mã xác thực không về máy", folded: a code that has not come, where neither money nor a bank is spoken of. */
const NO_CODE =
  /^(?!.*\b(?:tien|trieu|tai khoan|ngan hang|ck|chuyen)\b)(?:.*\b(?:khong|ko|k|hong|chua|chang) (?:\p{L}+ ){0,2}?(?:nhan|thay|ve|toi|gui|co)\b.*\b(?:otp|ma xac|tin nhan)\b|.*\b(?:otp|ma xac|tin nhan)\b.*\b(?:khong|ko|k|hong|chua|mai|hoai) (?:\p{L}+ ){0,2}?(?:ve|toi|den|gui|thay|nhan)\b)/u;
/** "Đăng ký rồi mà không đăng nhập được", "vô hoài không được". */
const NO_ENTRY =
  /\b(?:khong|ko|k|hong|chua) (?:dang nhap|vao|vo|log) (?:duoc|dc|dk)\b|\b(?:dang nhap|vao app|vo app|vao etax|vo etax)(?: \p{L}+){0,2} (?:khong|ko|k|hong|hoai khong) (?:duoc|dc|dk|vo|vao)\b/u;
/** "Mua nhà", "em mới mua xe máy": what is bought, and nothing that is asked of it. */
const BUYS =
  /^(?:(?:da|a|u|em|e|chi|anh|co|chu|bac|tui|toi|minh|con|vo|chong|nha|moi|vua|sap|muon|dinh|tinh|di|co) )*mua (?:\p{L}+ ){0,2}?(?:nha|dat|xe|o to|oto|can ho|chung cu)(?: (?:may|dap dien|hoi|con|o to|cu|moi|tra gop|nho|roi|a|em|nha)){0,3}$/u;

export function tellsNoCode(folded: string): boolean {
  return NO_CODE.test(folded);
}

/** The question that is known for a message that says half of it; folded. */
export function wholeQuestions(folded: string): string[] {
  if (tellsNoCode(folded)) return ['khong nhan duoc ma otp etax'];
  if (NO_ENTRY.test(folded)) return ['vo etax ko dc'];
  return BUYS.test(folded.trim()) ? [`${folded} le phi truoc ba bao nhieu`] : [];
}
