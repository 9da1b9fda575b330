-- ECPay's statement files beside the books: one report per file and period, where the two differ,
-- and one row per line with the fee that was booked from it.

ALTER TABLE payment ADD COLUMN paid_at timestamptz;
UPDATE payment SET paid_at = coalesce((trade ->> 'paidAt')::timestamptz, started_at)
WHERE state = 'PAID';
ALTER TABLE payment ADD CHECK ((state = 'PAID') = (paid_at IS NOT NULL));
CREATE INDEX payment_paid ON payment (merchant_id, paid_at, id) WHERE state = 'PAID';

CREATE TABLE statement_report (
  merchant_id text        NOT NULL,
  id          text        NOT NULL,
  file        text        NOT NULL,
  first_day   date        NOT NULL,
  last_day    date        NOT NULL CHECK (last_day >= first_day),
  stage       text        NOT NULL CHECK (stage IN
    ('REQUESTED', 'READING', 'COMPARED', 'GIVEN_UP')),
  since       timestamptz NOT NULL,
  busy_until  timestamptz,
  trouble     text        NOT NULL,
  run         integer     NOT NULL CHECK (run >= 0),
  lines       bigint      NOT NULL,
  paid        bigint      NOT NULL,
  refunded    bigint      NOT NULL,
  fees        numeric     NOT NULL,
  unreadable  bigint      NOT NULL,
  examples    jsonb       NOT NULL,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, file, first_day, last_day),
  CHECK ((stage = 'READING') = (busy_until IS NOT NULL))
);

CREATE TABLE statement_difference (
  merchant_id text        NOT NULL,
  id          text        NOT NULL,
  report_id   text        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN
    ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT', 'FEE', 'STATUS')),
  trade_no    text        NOT NULL,
  line        text        NOT NULL,
  payment_id  text,
  order_id    text,
  status      text,
  here        numeric,
  there       numeric,
  may_follow  boolean,
  run         integer     NOT NULL,
  state       text        NOT NULL CHECK (state IN ('OPEN', 'APPLIED', 'SETTLED')),
  note        text        NOT NULL CHECK (length(note) <= 200),
  found_at    timestamptz NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (merchant_id, id),
  UNIQUE (merchant_id, report_id, kind, trade_no, line),
  FOREIGN KEY (merchant_id, report_id) REFERENCES statement_report,
  CHECK ((state = 'OPEN') = (ended_at IS NULL)),
  CHECK ((kind = 'STATUS') = (status IS NOT NULL)),
  CHECK ((kind = 'MISSING_THERE') = (may_follow IS NOT NULL))
);
CREATE INDEX statement_difference_waiting ON statement_difference (merchant_id, payment_id)
  WHERE kind = 'MISSING_THERE' AND state = 'OPEN';

CREATE TABLE statement_line (
  merchant_id   text        NOT NULL,
  file          text        NOT NULL,
  name          text        NOT NULL,
  identity      text        NOT NULL,
  report_id     text        NOT NULL,
  run           integer     NOT NULL,
  trade_no      text        NOT NULL,
  payment_id    text,
  amount        bigint      NOT NULL,
  status        text        NOT NULL,
  method        text        NOT NULL,
  fee           numeric,
  expected_fee  numeric,
  disbursed_on  date,
  disbursed     numeric,
  booked_fee    numeric,
  fee_booked_at timestamptz,
  PRIMARY KEY (merchant_id, file, name),
  FOREIGN KEY (merchant_id, report_id) REFERENCES statement_report,
  CHECK ((booked_fee IS NULL) = (fee_booked_at IS NULL))
);
CREATE INDEX statement_line_of_payment ON statement_line (merchant_id, payment_id)
  WHERE payment_id IS NOT NULL;
CREATE INDEX statement_line_identity ON statement_line (merchant_id, file, identity);
CREATE INDEX statement_line_of_report ON statement_line (merchant_id, report_id, run);
