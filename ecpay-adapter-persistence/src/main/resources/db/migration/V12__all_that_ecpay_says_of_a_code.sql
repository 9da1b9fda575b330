-- What ECPay says of a trade is kept from the moment a code is given out, and the code stays known
-- after it was paid with or has run out.

ALTER TABLE payment DROP CONSTRAINT payment_check3;
ALTER TABLE payment ADD CHECK (state <> 'AWAITING_MONEY' OR instructions IS NOT NULL);
ALTER TABLE payment ADD CHECK
  (instructions IS NULL OR state IN ('AWAITING_MONEY', 'PAID', 'EXPIRED'));

ALTER TABLE payment DROP CONSTRAINT payment_check4;
UPDATE payment SET trade = jsonb_build_object(
  'ecpayTradeNo', ecpay_trade_no,
  'amount', amount,
  'paymentType', '',
  'chargeFee', 0,
  'processFee', 0)
WHERE state = 'AWAITING_MONEY';
ALTER TABLE payment ADD CHECK ((state IN ('AWAITING_MONEY', 'PAID')) = (trade IS NOT NULL));
