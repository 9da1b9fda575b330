package ecpay.domain.bookkeeping;

import java.time.Instant;

/** That a document no longer counts, since when and why. */
public record Withdrawn(Instant at, String reason) {}
