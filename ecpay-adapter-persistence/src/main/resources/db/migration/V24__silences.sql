-- Until when ECPay wants no calls, for all nodes and over restarts (R-TRN-05).

CREATE TABLE silence (
  lane  text        PRIMARY KEY,
  until timestamptz NOT NULL
);
