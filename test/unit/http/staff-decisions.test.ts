import { expect } from 'chai';
import { render } from '../../../src/http/staff/render.js';
import type { StaffContext } from '../../../src/http/staff/route.js';
import { decisionRoutes } from '../../../src/http/staff/work/decision-routes.js';
import type { Content } from '../../../src/content/types.js';
import { shippedContent } from '../content/decisions/real-decisions.js';

describe('The staff pages of the decisions', () => {
  let content: Content;
  before(async function () {
    this.timeout(120_000);
    content = await shippedContent();
  });

  async function seen(
    method: 'GET' | 'POST',
    path: string,
    params: Record<string, string> = {},
    form: Record<string, string> = {},
  ): Promise<string> {
    const knowledge = { current: () => ({ content, matcher: unused(), acts: unused() }) };
    const route = decisionRoutes({ knowledge }).find((one) => one.method === method && one.path === path);
    if (route === undefined || route.open === true) throw new Error(`no ${method} ${path}`);
    const context = { params, form: new URLSearchParams(form), now: new Date('2026-11-27T03:00:00Z') };
    const answer = await route.handle(context as StaffContext);
    if (answer.kind !== 'page') throw new Error(`${answer.kind} instead of a page`);
    const around = { account: null, navigation: [], authority: 'Thuế', csrf: '', demo: false, flash: null };
    return render(answer, around);
  }

  it('list every decision, and no case beside them comes out otherwise', async () => {
    const list = await seen('GET', '/bang-quyet-dinh');
    for (const id of content.decisions.keys()) expect(list).to.contain(`/quan-tri/bang-quyet-dinh/${id}`);
    expect(list).to.not.contain(' sai)');
  });

  it('show each decision with its rules, basis and cases', async () => {
    for (const { id, cases } of content.decisions.values()) {
      const shown = await seen('GET', '/bang-quyet-dinh/:id', { id });
      for (const { name } of cases) expect(shown).to.contain(name.slice(0, 20));
      expect(shown).to.not.contain('undefined').and.to.not.contain('SAI');
    }
    const sale = await seen('GET', '/bang-quyet-dinh/:id', { id: 'thue-ban-nha-dat' });
    expect(sale).to.contain('Nghị định 253/2026/NĐ-CP').and.to.contain('mọi trường hợp còn lại');
  });

  it('try a case: the result and its rule, what is asked next, or what cannot be read', async () => {
    const tried = (form: Record<string, string>) =>
      seen('POST', '/bang-quyet-dinh/:id', { id: 'thue-ban-nha-dat' }, form);
    expect(await tried({ gia_nha: '1,3 tỷ' }))
      .to.contain('bên bán nộp khoảng 26 triệu')
      .and.to.contain('Theo luật thứ 8');
    expect(await tried({ nha_duy_nhat: 'co' })).to.contain('Bot sẽ hỏi tiếp');
    expect(await tried({ nha_duy_nhat: 'co', ngay_dung_ten: '29/05/2026' })).to.contain('28/11/2026');
    expect(await tried({ gia_nha: 'nhiều lắm' })).to.contain('Không đọc được “nhiều lắm”');
  });
});

/** These pages ask for no intent. */
function unused(): never {
  return {} as never;
}
