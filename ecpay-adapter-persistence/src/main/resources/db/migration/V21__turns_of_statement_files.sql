-- When a node last asked ECPay for a statement file: ECPay gives one a minute to an address, and the
-- nodes may share one. Of the address, and so of no merchant.

CREATE TABLE statement_turn (
  only_row boolean     NOT NULL DEFAULT true PRIMARY KEY CHECK (only_row),
  taken_at timestamptz NOT NULL
);
