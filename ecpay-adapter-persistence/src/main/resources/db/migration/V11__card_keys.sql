-- Which key sealed a card's id, so that keys can be changed; null for what was sealed before this.

ALTER TABLE bound_card ADD COLUMN bind_card_key text;
ALTER TABLE bound_card ADD CHECK (bind_card_id IS NOT NULL OR bind_card_key IS NULL);
