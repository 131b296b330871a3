import type { Draft } from '../files/draft.js';
import { checkDecisions } from '../decisions/checks/check-decisions.js';
import type { ReportProblem } from '../problem.js';
import { checkDates } from './dates.js';
import { checkDecidedEnds } from './decided-texts.js';
import { checkExamples } from './examples.js';
import { checkFigures } from './figures.js';
import { checkFormNumbers } from './form-numbers.js';
import { checkIdentities } from './identities.js';
import { checkLinks } from './links.js';
import { checkPapersOfCases } from './papers-of-case.js';
import { checkMenu } from './menu.js';
import { checkPersonalData } from './personal-data.js';
import { checkValidity } from './validity.js';
import { checkVocabulary } from './vocabulary.js';
import { checkWording } from './wording.js';

/** What can only be seen with all files side by side. `today` is YYYY-MM-DD. */
export function checkAcrossFiles(draft: Draft, today: string, report: ReportProblem): void {
  checkIdentities(draft, report);
  checkLinks(draft, report);
  checkPapersOfCases(draft, report);
  checkMenu(draft, report);
  checkExamples(draft, report);
  checkDates(draft, today, report);
  checkValidity(draft, today, report);
  checkFigures(draft, report);
  checkFormNumbers(draft, today, report);
  checkPersonalData(draft, report);
  checkVocabulary(draft, report);
  checkWording(draft, report);
  checkDecisions(draft, today, report);
  checkDecidedEnds(draft, report);
}
