package ecpay.domain.allowance;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sample allowance in every state. */
final class AllowanceStates {
  static final Instant NOW = Samples.NOW;
  static final AllowanceNumber NUMBER = AllowanceSamples.allowanceNumber();
  static final Reason REASON = new Reason("退貨取消");
  static final Instant DEADLINE = NOW.plus(Allowance.CONSENT_TIME);
  static final Allowance.Requested REQUESTED = AllowanceSamples.requestedAllowance();
  static final Allowance.Requested SENT = REQUESTED.sending(NOW);
  static final Allowance.Unknown UNKNOWN = REQUESTED.outcomeUnknown("late", true, NOW);
  static final Allowance.AwaitingConsent WAITING = REQUESTED.awaitingConsent(NUMBER, DEADLINE);
  static final Allowance.Issued ISSUED = WAITING.consented(NOW);
  static final Allowance.Cancelled CANCELLED =
      new Allowance.Cancelled(REQUESTED.draft(), NUMBER, REASON, NOW);
  static final Allowance.Expired EXPIRED =
      new Allowance.Expired(REQUESTED.draft(), Optional.of(NUMBER), DEADLINE);
  static final Allowance.Voided VOIDED =
      new Allowance.Voided(REQUESTED.draft(), NUMBER, REASON, NOW);
  static final Allowance.Refused REFUSED = new Allowance.Refused(REQUESTED.draft(), "10", "no");
  static final List<Allowance> ALL =
      List.of(REQUESTED, SENT, UNKNOWN, WAITING, ISSUED, CANCELLED, EXPIRED, VOIDED, REFUSED);

  private AllowanceStates() {}
}
