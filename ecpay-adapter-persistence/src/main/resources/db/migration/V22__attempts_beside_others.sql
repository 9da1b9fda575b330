-- The earlier attempt that the shop accepts to be paid as well: what stood not in the way of the form
-- does not stand in the way of sending it. As the shop named it, so it refers to nothing.

ALTER TABLE payment ADD COLUMN beside text;
