-- The whole e-invoice: several invoices per order, each with its whole life; allowances that are
-- taken back; number tracks; checks; and what bookkeeping sums.
--
-- The call of a change is kept in three columns: its kind, the time at which it left (SENT) or was
-- given up (LOST), and a flag: whether it is a repeat (DUE, SENT) or may leave again (LOST).
--
-- A document belongs to the two-month term of the day, Taipei, on which it was issued: term_begins is
-- the first day of that term.

-- Invoices ------------------------------------------------------------------------------------

ALTER TABLE invoice
  DROP CONSTRAINT invoice_merchant_id_order_id_key,
  DROP CONSTRAINT invoice_state_check,
  DROP CONSTRAINT invoice_check2,
  ADD COLUMN entry                bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN reference            text   NOT NULL DEFAULT 'payment',
  ADD COLUMN parts                jsonb,
  ADD COLUMN delay_kind           text   CHECK (delay_kind IN ('AFTER_DAYS', 'ON_TRIGGER')),
  ADD COLUMN delay_days           int,
  ADD COLUMN blocked_code         text,
  ADD COLUMN blocked_message      text,
  ADD COLUMN blocked_since        timestamptz,
  ADD COLUMN accepted_at          timestamptz,
  ADD COLUMN triggered_at         timestamptz,
  ADD COLUMN uploaded_at          timestamptz,
  ADD COLUMN reissued_at          timestamptz,
  ADD COLUMN void_reason          text,
  ADD COLUMN voided_at            timestamptz,
  ADD COLUMN cancelled_at         timestamptz,
  ADD COLUMN change               text,
  ADD COLUMN change_reason        text,
  ADD COLUMN change_document      jsonb,
  ADD COLUMN change_asked_at      timestamptz,
  ADD COLUMN change_delivery      text   CHECK (change_delivery IN ('DUE', 'SENT', 'LOST')),
  ADD COLUMN change_delivery_at   timestamptz,
  ADD COLUMN change_delivery_flag boolean,
  ADD COLUMN issued_on            date,
  ADD COLUMN term_begins          date   GENERATED ALWAYS AS (make_date(
    extract(year FROM issued_on)::int, (extract(month FROM issued_on)::int - 1) / 2 * 2 + 1, 1)) STORED,
  ADD COLUMN taxable_net          bigint CHECK (taxable_net >= 0),
  ADD COLUMN tax                  bigint CHECK (tax >= 0),
  ADD COLUMN zero_rated           bigint CHECK (zero_rated >= 0),
  ADD COLUMN exempt               bigint CHECK (exempt >= 0),
  ADD COLUMN special_rate         bigint CHECK (special_rate >= 0);

-- Until now an invoice had one item per line of its order, with whole dollars. A line without a tax
-- of its own is taxed like its invoice; what is not of another kind is taxable, so that the parts
-- add up.
UPDATE invoice SET
  parts = (
    SELECT jsonb_agg(
      jsonb_build_object(
        'line', (item ->> 'sequence')::int,
        'units', item ->> 'count',
        'amount', round((item ->> 'amount')::numeric)::bigint)
      ORDER BY place)
    FROM jsonb_array_elements(document -> 'items') WITH ORDINALITY AS items (item, place)),
  issued_on = (issued_at AT TIME ZONE 'Asia/Taipei')::date,
  special_rate =
    CASE WHEN document #>> '{taxation,tax}' = 'SPECIAL_RATE' THEN sales_amount ELSE 0 END,
  zero_rated = (
    SELECT round(coalesce(sum((item ->> 'amount')::numeric), 0))
    FROM jsonb_array_elements(document -> 'items') AS items (item)
    WHERE coalesce(item ->> 'tax', document #>> '{taxation,tax}') = 'ZERO_RATED'),
  exempt = (
    SELECT round(coalesce(sum((item ->> 'amount')::numeric), 0))
    FROM jsonb_array_elements(document -> 'items') AS items (item)
    WHERE coalesce(item ->> 'tax', document #>> '{taxation,tax}') = 'EXEMPT');
UPDATE invoice SET
  taxable_net = round((sales_amount - zero_rated - exempt - special_rate) * 100 / 105.0);
UPDATE invoice SET
  tax = sales_amount - zero_rated - exempt - special_rate - taxable_net;

ALTER TABLE invoice
  ALTER COLUMN reference DROP DEFAULT,
  ALTER COLUMN parts SET NOT NULL,
  ALTER COLUMN taxable_net SET NOT NULL,
  ALTER COLUMN tax SET NOT NULL,
  ALTER COLUMN zero_rated SET NOT NULL,
  ALTER COLUMN exempt SET NOT NULL,
  ALTER COLUMN special_rate SET NOT NULL,
  ADD UNIQUE (merchant_id, order_id, reference),
  ADD CONSTRAINT invoice_state_check CHECK (state IN
    ('REQUESTED', 'AWAITING_NUMBERS', 'UNKNOWN', 'SCHEDULED', 'ISSUED', 'VOIDED', 'CANCELLED',
     'REFUSED')),
  ADD CONSTRAINT invoice_delay_check CHECK ((delay_kind IS NULL) = (delay_days IS NULL)),
  ADD CONSTRAINT invoice_blocked_check CHECK (num_nonnulls(blocked_code, blocked_message,
    blocked_since) = CASE state WHEN 'AWAITING_NUMBERS' THEN 3 ELSE 0 END),
  ADD CONSTRAINT invoice_scheduled_check CHECK ((state = 'SCHEDULED') = (accepted_at IS NOT NULL)
    AND (state = 'SCHEDULED' OR triggered_at IS NULL)
    AND (state <> 'SCHEDULED' OR delay_kind IS NOT NULL)),
  ADD CONSTRAINT invoice_number_check CHECK (num_nonnulls(number, issued_at, random_number,
    issued_on) = CASE WHEN state IN ('ISSUED', 'VOIDED') THEN 4 ELSE 0 END),
  ADD CONSTRAINT invoice_uploaded_check CHECK (uploaded_at IS NULL
    OR state IN ('ISSUED', 'VOIDED')),
  ADD CONSTRAINT invoice_reissued_check CHECK (reissued_at IS NULL OR state = 'ISSUED'),
  ADD CONSTRAINT invoice_voided_check CHECK (num_nonnulls(void_reason, voided_at)
    = CASE state WHEN 'VOIDED' THEN 2 ELSE 0 END),
  ADD CONSTRAINT invoice_cancelled_check CHECK ((state = 'CANCELLED')
    = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT invoice_change_check CHECK (change IS NULL
    OR state = 'SCHEDULED' AND change IN ('TRIGGER', 'CANCEL_DELAY', 'EDIT')
    OR state = 'ISSUED' AND change IN ('VOID_INVOICE', 'REISSUE')),
  ADD CONSTRAINT invoice_change_parts_check CHECK (
    num_nonnulls(change_asked_at, change_delivery, change_delivery_flag)
      = CASE WHEN change IS NULL THEN 0 ELSE 3 END
    AND coalesce(change IN ('VOID_INVOICE', 'REISSUE'), false) = (change_reason IS NOT NULL)
    AND coalesce(change IN ('EDIT', 'REISSUE'), false) = (change_document IS NOT NULL)
    AND coalesce(change_delivery IN ('SENT', 'LOST'), false) = (change_delivery_at IS NOT NULL)),
  ADD CONSTRAINT invoice_split_check CHECK (
    taxable_net + tax + zero_rated + exempt + special_rate = sales_amount);

CREATE INDEX invoice_of_order ON invoice (merchant_id, order_id, entry);
CREATE INDEX invoice_awaiting_numbers ON invoice (merchant_id, blocked_since, entry)
  WHERE state = 'AWAITING_NUMBERS';
CREATE INDEX invoice_issued_on ON invoice (merchant_id, issued_on, number);
CREATE INDEX invoice_of_term ON invoice (merchant_id, term_begins, number);

-- Allowances ----------------------------------------------------------------------------------

ALTER TABLE allowance
  DROP CONSTRAINT allowance_check4,
  ADD COLUMN parts                    jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN withdrawal_reason        text,
  ADD COLUMN withdrawal_asked_at      timestamptz,
  ADD COLUMN withdrawal_delivery      text  CHECK (withdrawal_delivery IN ('DUE', 'SENT', 'LOST')),
  ADD COLUMN withdrawal_delivery_at   timestamptz,
  ADD COLUMN withdrawal_delivery_flag boolean,
  ADD COLUMN invoice_issued_on        date,
  ADD COLUMN signature_owed           boolean,
  ADD COLUMN issued_on                date,
  ADD COLUMN term_begins              date  GENERATED ALWAYS AS (make_date(
    extract(year FROM issued_on)::int, (extract(month FROM issued_on)::int - 1) / 2 * 2 + 1, 1)) STORED,
  ADD COLUMN taxable_net              bigint CHECK (taxable_net >= 0),
  ADD COLUMN tax                      bigint CHECK (tax >= 0),
  ADD COLUMN zero_rated               bigint CHECK (zero_rated >= 0),
  ADD COLUMN exempt                   bigint CHECK (exempt >= 0);

-- An allowance kept the lines of its invoice but not which they were. They are told again where
-- each of its items can be of one line only; of others only the amount is known.
UPDATE allowance SET parts = derived.parts
FROM (
  SELECT a.merchant_id, a.id,
    jsonb_agg(
      jsonb_build_object(
        'line', (line ->> 'sequence')::int,
        'units', item ->> 'count',
        'amount', (item ->> 'amount')::numeric::bigint)
      ORDER BY place) AS parts,
    count(*) AS matches,
    count(DISTINCT place) AS items
  FROM allowance a
  JOIN invoice i ON i.merchant_id = a.merchant_id AND i.number = a.invoice_number
  CROSS JOIN jsonb_array_elements(a.document -> 'items') WITH ORDINALITY AS items (item, place)
  JOIN jsonb_array_elements(i.document -> 'items') AS lines (line)
    ON line ->> 'name' = item ->> 'name'
    AND line ->> 'unit' = item ->> 'unit'
    AND line ->> 'tax' IS NOT DISTINCT FROM item ->> 'tax'
    AND (line ->> 'price')::numeric = (item ->> 'price')::numeric
  GROUP BY a.merchant_id, a.id) AS derived
WHERE allowance.merchant_id = derived.merchant_id AND allowance.id = derived.id
  AND derived.matches = derived.items
  AND derived.items = jsonb_array_length(allowance.document -> 'items');

UPDATE allowance SET
  invoice_issued_on = (document #>> '{invoice,issuedOn}')::date,
  signature_owed = coalesce(document #>> '{consent,signature,kind}' = 'OWED', false),
  issued_on = (issued_at AT TIME ZONE 'Asia/Taipei')::date,
  zero_rated = (
    SELECT coalesce(sum((item ->> 'amount')::numeric), 0)
    FROM jsonb_array_elements(document -> 'items') AS items (item)
    WHERE coalesce(item ->> 'tax', document #>> '{invoice,taxKinds,0}') = 'ZERO_RATED'),
  exempt = (
    SELECT coalesce(sum((item ->> 'amount')::numeric), 0)
    FROM jsonb_array_elements(document -> 'items') AS items (item)
    WHERE coalesce(item ->> 'tax', document #>> '{invoice,taxKinds,0}') = 'EXEMPT');
UPDATE allowance SET taxable_net = round((amount - zero_rated - exempt) * 100 / 105.0);
UPDATE allowance SET tax = amount - zero_rated - exempt - taxable_net;

ALTER TABLE allowance
  ALTER COLUMN parts DROP DEFAULT,
  ALTER COLUMN invoice_issued_on SET NOT NULL,
  ALTER COLUMN signature_owed SET NOT NULL,
  ALTER COLUMN taxable_net SET NOT NULL,
  ALTER COLUMN tax SET NOT NULL,
  ALTER COLUMN zero_rated SET NOT NULL,
  ALTER COLUMN exempt SET NOT NULL,
  ADD CONSTRAINT allowance_issued_check CHECK ((issued_at IS NULL) = (issued_on IS NULL)
    AND (state = 'VOIDED' OR (state = 'ISSUED') = (issued_at IS NOT NULL))),
  ADD CONSTRAINT allowance_withdrawal_check CHECK (withdrawal_reason IS NULL
    OR state IN ('AWAITING_CONSENT', 'ISSUED')),
  ADD CONSTRAINT allowance_withdrawal_parts_check CHECK (
    num_nonnulls(withdrawal_asked_at, withdrawal_delivery, withdrawal_delivery_flag)
      = CASE WHEN withdrawal_reason IS NULL THEN 0 ELSE 3 END
    AND coalesce(withdrawal_delivery IN ('SENT', 'LOST'), false)
      = (withdrawal_delivery_at IS NOT NULL)),
  ADD CONSTRAINT allowance_split_check CHECK (taxable_net + tax + zero_rated + exempt = amount);

CREATE INDEX allowance_open_end ON allowance (merchant_id, invoice_issued_on)
  WHERE state = 'AWAITING_CONSENT' OR state = 'ISSUED' AND signature_owed;
CREATE INDEX allowance_of_term ON allowance (merchant_id, term_begins, number);

-- Calls about number tracks belong to no order.
ALTER TABLE call_journal ALTER COLUMN order_id DROP NOT NULL;

-- Number tracks -------------------------------------------------------------------------------

-- Held by whoever changes the tracks of a merchant, whether or not there are any.
CREATE TABLE track_lock (
  merchant_id text NOT NULL,
  PRIMARY KEY (merchant_id)
);

CREATE TABLE seen_tracks (
  merchant_id text        NOT NULL,
  roc_year    int         NOT NULL CHECK (roc_year BETWEEN 1 AND 999),
  term        int         NOT NULL CHECK (term BETWEEN 1 AND 6),
  document    jsonb       NOT NULL,
  seen_at     timestamptz NOT NULL,
  PRIMARY KEY (merchant_id, roc_year, term)
);

-- Checks before issuing -----------------------------------------------------------------------

-- Answers of the tax authority about barcodes, charities and companies: the same for all merchants,
-- so this table alone has no merchant in its key.
CREATE TABLE checked (
  kind           text        NOT NULL CHECK (kind IN ('BARCODE', 'LOVE_CODE', 'COMPANY')),
  code           text        NOT NULL,
  finding        text        NOT NULL CHECK (finding IN
    ('EXISTS', 'DOES_NOT_EXIST', 'NOTHING_KNOWN', 'UNAVAILABLE')),
  name           text,
  outage_code    text,
  outage_message text,
  asked_at       timestamptz NOT NULL,
  fresh_until    timestamptz NOT NULL,
  PRIMARY KEY (kind, code),
  CHECK ((finding = 'EXISTS') = (name IS NOT NULL)),
  CHECK (num_nonnulls(outage_code, outage_message)
    = CASE finding WHEN 'UNAVAILABLE' THEN 2 ELSE 0 END)
);
CREATE INDEX checked_fresh_until ON checked (fresh_until);
