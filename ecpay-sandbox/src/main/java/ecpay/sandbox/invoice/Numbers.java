package ecpay.sandbox.invoice;

import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Call;
import java.time.LocalDate;

/** Draws the number of a new invoice, or says why there is none (errors.md section 4). */
final class Numbers {
  /** No track of the current term is in use: none was added, or none enabled. */
  static final int NO_TRACK = 1500047;

  /** Every track in use is exhausted. */
  static final int EXHAUSTED = 5070350;

  private Numbers() {}

  static String draw(Call call, Ledger ledger, LocalDate day) {
    var type = call.fields().requiredText("InvType", 2);
    var tracks = ledger.tracks();
    return tracks
        .next(call.merchantId(), type, day)
        .orElseThrow(() ->
            tracks.isAnyEnabled(call.merchantId(), type, day)
                ? new Refusal(EXHAUSTED, "The invoice numbers of this term are used up.")
                : new Refusal(NO_TRACK, "No word track of this term is enabled."));
  }
}
