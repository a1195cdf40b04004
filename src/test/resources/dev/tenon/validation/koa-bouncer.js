// Writes koa-bouncer.json: what koa-bouncer 6.0.4 makes of values. npm install koa-bouncer@6.0.4, then node koa-bouncer.js > koa-bouncer.json
const bouncer = require('koa-bouncer');

const ABSENT = { absent: true };
const values = [
  ABSENT, null, '', ' \t', 'abc', ' a\u00a0', 'aBc1', 'é', '5', '05', '+7', '-0', '1.5', '.5', '5.', '1e3', ' 2.5 ', 'Infinity', '-Infinity', 'NaN',
  '9007199254740991', '9007199254740992', 'true', 'false', '0', 'off', 'a@b.co', 'a@b', '#1a2b3c', 'fff', '#12', 'QUJD', 'QUI=', 'QQ==', 'QUI', '4pyT', '=',
  '7d444840-9dc0-11d1-b245-5ffdce74fad2', '9b2b1d1c-8f3a-4d6e-a1b2-0123456789ab', '9B2B1D1C-8F3A-3D6E-01B2-0123456789AB', '{"a":1}', '[1,"2"]', '7', '{',
  0, 7, 1.5, -3, 1e21, true, false, [], ['1', '2'], [1, 1, '1'], ['x'], [1.5], {}, { y: 1 },
];
const steps = [
  ['required'], ['optional'], ['defaultTo', 'd'], ['isIn', ['abc', 7, '5', null]], ['isNotIn', ['abc', 7, '5', null]], ['eq', 7], ['eq', 'abc'],
  ['gt', 1], ['gte', 7], ['lt', 1.5], ['lte', 0], ['isLength', 1, 3], ['isLength', 0, 0], ['isString'], ['isArray'], ['isInt'], ['isFiniteNumber'],
  ['toInt'], ['toInts'], ['toDecimal'], ['toFloat'], ['toFiniteFloat'], ['toBoolean'], ['toString'], ['toArray'], ['fromJson'], ['encodeBase64'],
  ['decodeBase64'], ['trim'], ['uniq'], ['clamp', 1, 6], ['match', 'b|1'], ['notMatch', 'b|1'], ['isAlpha'], ['isAlphanumeric'], ['isNumeric'],
  ['isAscii'], ['isBase64'], ['isEmail'], ['isHexColor'], ['isUuid'], ['isUuid', 'v3'], ['isUuid', 'v4'], ['isUuid', 'v5'], ['isUuid', 'all'], ['isJson'],
  ['set', ''], ['set', '3'], ['set', null],
];

function take(validator, step) {
  const [name, ...args] = step;
  if (name === 'match' || name === 'notMatch') args[0] = new RegExp(args[0]);
  return validator[name](...args);
}

// No text is told apart from JSON by the name of its number.
const plain = (value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value);

function outcome(value, chain) {
  const ctx = { request: { body: value === ABSENT ? {} : { x: JSON.parse(JSON.stringify(value)) } } };
  bouncer.middleware()(ctx, () => {});
  try {
    const validator = ctx.validateBody('x');
    for (const step of chain) take(validator, step);
    return ctx.vals.x === undefined ? 'absent' : [plain(ctx.vals.x)];
  } catch (e) {
    return e instanceof bouncer.ValidationError ? 'error' : 'crash';
  }
}

const some = [ABSENT, null, '', ' \t', ' 5', '12', 7, 1.5, false, ['1', '1'], {}];
const rows = (list, chains) => chains.map((chain) => JSON.stringify([chain, list.map((value) => outcome(value, chain))]));
const pairs = steps.flatMap((first) => steps.map((second) => [first, second]));
const json = (list) => JSON.stringify(list);
console.log(`{"values":${json(values)},\n"single":[\n${rows(values, steps.map((step) => [step])).join(',\n')}],`);
console.log(`"some":${json(some)},\n"pairs":[\n${rows(some, pairs).join(',\n')}]}`);
