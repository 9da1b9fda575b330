-- An attempt is made with an offer, not with methods alone; it may be made on ECPay's own page; and
-- a periodic contract charges more than once under one MerchantTradeNo.

ALTER TABLE payment ADD COLUMN offer jsonb;
UPDATE payment SET offer = jsonb_build_object(
  'channel', 'EMBEDDED',
  'methods', to_jsonb(string_to_array(methods, ',')),
  'instalments', '[]'::jsonb,
  'bonusPoints', false,
  'atmDays', 3,
  'cvsMinutes', 10080,
  'barcodeDays', 7);
ALTER TABLE payment ALTER COLUMN offer SET NOT NULL;
ALTER TABLE payment DROP COLUMN methods;

ALTER TABLE payment ADD COLUMN charge integer NOT NULL DEFAULT 1 CHECK (charge >= 1);
ALTER TABLE payment DROP CONSTRAINT payment_merchant_id_trade_no_key;
ALTER TABLE payment ADD UNIQUE (merchant_id, trade_no, charge);

ALTER TABLE payment ADD COLUMN handed_over_at timestamptz;
ALTER TABLE payment DROP CONSTRAINT payment_state_check;
ALTER TABLE payment ADD CONSTRAINT payment_state_check CHECK (state IN
  ('OPENING', 'OPEN', 'HANDED_OVER', 'SUBMITTED', 'AWAITING_BUYER', 'AWAITING_MONEY', 'PAID',
   'FAILED', 'EXPIRED'));
ALTER TABLE payment ADD CHECK ((state = 'HANDED_OVER') = (handed_over_at IS NOT NULL));

-- The instalments of a card payment were one number, and are now a document of their own.
UPDATE payment
SET trade = jsonb_set(trade #- '{card,instalments}', '{card,issuingBankCode}', '""')
WHERE trade -> 'card' IS NOT NULL;
