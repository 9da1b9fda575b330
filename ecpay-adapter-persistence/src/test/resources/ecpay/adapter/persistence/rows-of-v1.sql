-- Rows as they were written before V2: the sample story with its allowance, an order of two equal
-- lines, and invoices in the other states.
INSERT INTO orders (merchant_id, id, reference, total, content, placed_at) VALUES
  ('shop', 'ORDER0001', '2026-0001', 1000, '{"buyer": {"name": "王小明", "email": "buyer@example.com", "phone": "0912345678"}, "lines": [{"name": "小說", "quantity": "2", "unit": "本", "price": "350", "amount": 700, "tax": "TAXABLE"}, {"name": "書籤", "quantity": "3", "unit": "張", "price": "33.3333", "amount": 100, "tax": "TAXABLE"}, {"name": "運費", "quantity": "1", "unit": "式", "price": "2E+2", "amount": 200, "tax": "TAXABLE"}], "total": 1000, "description": "小書店訂單", "invoice": {"carrier": {"kind": "MOBILE_BARCODE", "number": "/ABC.+-1"}}}', '2026-11-21T04:05:06.123456Z'),
  ('shop', 'TWINS', 'twins', 400, '{}', '2026-11-21T04:05:06Z'),
  ('shop', 'WAITS', 'waits', 400, '{}', '2026-11-21T04:05:06Z'),
  ('shop', 'LOST', 'lost', 400, '{}', '2026-11-21T04:05:06Z'),
  ('shop', 'NO', 'no', 400, '{}', '2026-11-21T04:05:06Z');

INSERT INTO invoice (merchant_id, id, order_id, relate_number, sales_amount, document, requested_at, state, number, issued_at, random_number) VALUES
  ('shop', 'INVOICE0001', 'ORDER0001', 'INVOICE0001', 1000, '{"relateNumber": "INVOICE0001", "customerName": "王小明", "email": "buyer@example.com", "phone": "0912345678", "delivery": {"carrier": {"kind": "MOBILE_BARCODE", "number": "/ABC.+-1"}}, "taxation": {"type": "GENERAL", "tax": "TAXABLE"}, "items": [{"sequence": 1, "name": "小說", "count": "2", "unit": "本", "price": "350", "tax": "TAXABLE", "amount": "700"}, {"sequence": 2, "name": "書籤", "count": "3", "unit": "張", "price": "33.3333", "tax": "TAXABLE", "amount": "100"}, {"sequence": 3, "name": "運費", "count": "1", "unit": "式", "price": "2E+2", "tax": "TAXABLE", "amount": "200"}], "salesAmount": 1000}', '2026-11-21T04:05:06.123456Z', 'ISSUED', 'UV12345678', '2026-11-21T04:08:00Z', '6099'),
  ('shop', 'TWINS', 'TWINS', 'TWINS', 400, '{"relateNumber": "TWINS", "customerName": "王小明", "email": "buyer@example.com", "delivery": {"carrier": {"kind": "ECPAY"}}, "taxation": {"type": "GENERAL", "tax": "MIXED"}, "items": [{"sequence": 1, "name": "米", "count": "1E+1", "unit": "包", "price": "1E+1", "tax": "EXEMPT", "amount": "1E+2"}, {"sequence": 2, "name": "米", "count": "1E+1", "unit": "包", "price": "1E+1", "tax": "EXEMPT", "amount": "100"}, {"sequence": 3, "name": "袋子", "count": "1", "unit": "個", "price": "200", "tax": "TAXABLE", "amount": "200"}], "salesAmount": 400}', '2026-11-21T04:05:06Z', 'ISSUED', 'UV12345679', '2026-10-31T16:00:00Z', '0001');
INSERT INTO invoice (merchant_id, id, order_id, relate_number, sales_amount, document, requested_at, state, sent_at, unknown_reason, resendable, refusal_code, refusal_message)
SELECT 'shop', id, id, id, sales_amount, jsonb_set(document, '{relateNumber}', to_jsonb(id)), requested_at, fate.state, fate.sent_at, fate.unknown_reason, fate.resendable, fate.refusal_code, fate.refusal_message
FROM (SELECT sales_amount, document, requested_at FROM invoice WHERE id = 'TWINS') AS twins,
  (VALUES
    ('WAITS', 'REQUESTED', timestamptz '2026-11-21T04:06:00Z', NULL, NULL::boolean, NULL, NULL),
    ('LOST', 'UNKNOWN', NULL, 'timed out', true, NULL, NULL),
    ('NO', 'REFUSED', NULL, NULL, NULL, '1200065', 'wrong carrier'))
    AS fate (id, state, sent_at, unknown_reason, resendable, refusal_code, refusal_message);

INSERT INTO allowance (merchant_id, id, order_id, reference, invoice_number, amount, document, requested_at, state, number, issued_at) VALUES
  ('shop', 'ALLOWANCE0001', 'ORDER0001', 'return-1', 'UV12345678', 350, '{"invoice": {"number": "UV12345678", "issuedOn": "2026-11-21", "total": 1000, "taxKinds": ["TAXABLE"], "mixed": false}, "consent": {"kind": "ONLINE", "mail": ["buyer@example.com"], "returnUrl": "https://shop.example/callbacks/shop/allowance"}, "customerName": "王小明", "amount": 350, "items": [{"sequence": 1, "name": "小說", "count": "1", "unit": "本", "price": "350", "tax": "TAXABLE", "amount": "350"}]}', '2026-11-21T04:05:06.123456Z', 'ISSUED', '2026112112051234', '2026-11-22T04:05:06Z'),
  ('shop', 'TWINS', 'TWINS', 'return-1', 'UV12345679', 110, '{"invoice": {"number": "UV12345679", "issuedOn": "2026-11-01", "total": 400, "taxKinds": ["TAXABLE", "EXEMPT"], "mixed": true}, "consent": {"kind": "PAPER", "signature": {"kind": "OWED", "value": "店長"}}, "amount": 110, "items": [{"sequence": 1, "name": "袋子", "count": "0.5", "unit": "個", "price": "200", "tax": "TAXABLE", "amount": "100"}, {"sequence": 2, "name": "米", "count": "1", "unit": "包", "price": "1E+1", "tax": "EXEMPT", "amount": "10"}]}', '2026-11-21T04:05:06Z', 'ISSUED', '2026112112051235', '2026-11-21T04:05:06Z');

INSERT INTO call_journal (merchant_id, order_id, operation, opened_at) VALUES
  ('shop', 'ORDER0001', 'Issue', '2026-11-21T04:08:00Z');
