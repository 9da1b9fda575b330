// A shop made of other people's clients: ecpay_aio_nodejs makes its order forms, the adapter of
// @rytass receives ECPay's callbacks and asks about trades. It is told what to do by lines of JSON
// on standard input, and tells what happened in lines of JSON on standard output.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import OrderForms from 'ecpay_aio_nodejs';
import { ECPayATMBank, ECPayPayment } from '@rytass/payments-adapter-ecpay';

const ADDRESS = 'https://rytass.example';
const CHANNEL = {
  Credit: 'CREDIT_CARD',
  ATM: 'VIRTUAL_ACCOUNT',
  CVS: 'CVS_KIOSK',
  BARCODE: 'CVS_BARCODE',
};

const tell = (fact) => process.stdout.write(`${JSON.stringify(fact)}\n`);

// ecpay_aio_nodejs prints the text that it signs, and with it HashKey and HashIV.
console.log = () => {};

let merchant;
let receiver;
const server = createServer((request, response) => {
  response.on('finish', () =>
    tell({ fact: 'answered', path: request.url, status: response.statusCode }),
  );
  receiver.defaultServerListener(request, response);
});

// Longer than any client keeps an idle connection: by its own 5 s it would close one just when the
// sandbox sends the next notice over it, and that notice would be lost.
server.keepAliveTimeout = 120_000;

function meet({ sandbox, merchantId, hashKey, hashIv }) {
  merchant = {
    OperationMode: 'Test',
    MercProfile: { MerchantID: merchantId, HashKey: hashKey, HashIV: hashIv },
    IgnorePayment: [],
    IsProjectContractor: false,
  };
  receiver = new ECPayPayment({
    baseUrl: sandbox,
    merchantId,
    hashKey,
    hashIv,
    serverHost: ADDRESS,
    onInfoRetrieved: (order) => tell({ fact: 'coded', id: order.id, ...order.asyncInfo }),
    onCommit: (order) =>
      tell({
        fact: 'committed',
        id: order.id,
        state: order.state,
        total: order.totalPrice,
        paymentType: order.paymentType,
        tradeNo: order.platformTradeNumber,
        ...order.additionalInfo,
      }),
  });
  tell({ fact: 'met' });
}

// The adapter accepts callbacks only for orders that it has prepared, so it prepares the same order
// and its form is thrown away. It does not know every bank that ECPay has: FIRST is one it knows.
async function order({ id, method, amount, item }) {
  const prepared = await receiver.prepare({
    id,
    channel: CHANNEL[method],
    items: [{ name: item, unitPrice: amount, quantity: 1 }],
    ...(method === 'ATM' && { bank: ECPayATMBank.FIRST }),
  });
  if (prepared.form.MerchantTradeNo !== id) {
    throw new Error('the adapter renamed the order');
  }
  tell({ fact: 'form', id, html: form(id, method, amount, item) });
}

// A card notice without the extra fields breaks the adapter, which reads the date of authorization.
function form(id, method, amount, item) {
  const fields = {
    MerchantTradeNo: id,
    MerchantTradeDate: inTaipei(new Date()),
    TotalAmount: String(amount),
    TradeDesc: "Mid-autumn sale, it's on!",
    ItemName: item,
    ReturnURL: `${ADDRESS}${receiver.callbackPath}`,
    NeedExtraPaidInfo: 'Y',
    CustomField1: '~ (中秋) * 100% +1 ~',
  };
  const told = `${ADDRESS}${receiver.asyncInfoPath}`;
  const code = {
    StoreExpireDate: '7',
    Desc_1: '',
    Desc_2: '',
    Desc_3: '',
    Desc_4: '',
    PaymentInfoURL: told,
  };
  const forms = new OrderForms(merchant).payment_client;
  switch (method) {
    case 'Credit':
      return forms.aio_check_out_credit_onetime(fields);
    case 'ATM':
      return forms.aio_check_out_atm({ ...fields, ChooseSubPayment: ECPayATMBank.FIRST }, told, '3');
    case 'CVS':
      return forms.aio_check_out_cvs(code, fields);
    case 'BARCODE':
      return forms.aio_check_out_barcode(code, fields);
    default:
      throw new Error(`no such method: ${method}`);
  }
}

function inTaipei(time) {
  const shifted = new Date(time.getTime() + 8 * 3_600_000).toISOString();
  return shifted.slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}

async function query({ id }) {
  const found = await receiver.query(id);
  tell({ fact: 'found', id: found.id, state: found.state, paymentType: found.paymentType });
}

server.listen(0, '127.0.0.1', () => tell({ fact: 'listening', port: server.address().port }));
const deeds = { meet, order, query };
for await (const line of createInterface({ input: process.stdin })) {
  const wish = JSON.parse(line);
  await deeds[wish.wish](wish);
}
process.exit(0);
