import { z } from 'zod';

const empty = (value: unknown) => (value === '' ? undefined : value);
/** An empty one counts as missing. */
export const optionalSetting = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => empty(bare(value)), type.optional());
export const withDefault = <T extends z.ZodType>(type: T, value: string) =>
  z.preprocess((given) => empty(bare(given)) ?? value, type);
/** A whole number within these limits. */
export const whole = (from: number, to: number) =>
  z.coerce
    .number(`phải là số từ ${from} đến ${to}`)
    .int(`phải là số nguyên`)
    .min(from, `phải từ ${from} đến ${to}`)
    .max(to, `phải từ ${from} đến ${to}`);
/** White space and hidden characters around it come from copying; within it they make it another one. */
const AROUND = /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu;
const bare = (value: unknown) => (typeof value === 'string' ? value.replace(AROUND, '') : value);
/** Trimmed; refused with a hidden character or line break inside. */
export const secret = () =>
  z.preprocess(
    bare,
    z
      .string()
      .refine(
        (value) => !/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/u.test(value),
        'có ký tự ẩn hoặc xuống dòng ở giữa: chép lại từ nơi cấp',
      ),
  );
/** Travels in a header, where nothing but printable ASCII may stand. */
export const key = () =>
  secret().refine((value) => /^[\x21-\x7e]*$/.test(value), 'có dấu cách hoặc ký tự lạ: chép lại từ nơi cấp');
/** Several, separated by commas. */
export const keys = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map(bare)
          .filter((item) => item !== '')
      : value,
  z.array(key()),
);
/** Web sites by their origin, separated by commas or white space; http only on this machine, for trying. */
export const sites = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter((site) => site !== ''))
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^(?:https:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)+|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d+)?$/,
          'phải là các địa chỉ dạng https://ten-trang.gov.vn, không có gì sau tên miền, cách nhau bằng dấu phẩy',
        ),
    ),
  );
