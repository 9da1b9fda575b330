package ecpay.domain.refund;

import ecpay.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/** How far a step has come. */
public sealed interface StepState {
  /** Nothing has been tried. */
  record Due() implements StepState {}

  /**
   * It cannot go on by itself before something happens.
   *
   * @param on what that is, for a person
   * @param since when it began to wait, whatever it was on at first
   */
  record Waiting(String on, Instant since) implements StepState {}

  /**
   * DoAction left; its end is not known.
   *
   * @param refunded what ECPay's records showed as given back before it left
   */
  record Sent(Instant at, Money refunded) implements StepState {}

  /**
   * Nobody knows whether ECPay acted (R-PAY-13).
   *
   * @param at when our side of the call ended
   * @param resendable false after HTTP 500 (R-TRN-06)
   */
  record Lost(Instant at, Money refunded, boolean resendable) implements StepState {}

  /**
   * @param byHand who paid it back, where a person did
   */
  record Done(Instant at, Optional<PaidByHand> byHand) implements StepState {}

  /** It failed; the refund stands still until a person lets it go on. */
  record Failed(String code, String message) implements StepState {}

  /** Whether a call about it may be on its way, or may have happened. */
  default boolean isInDoubt() {
    return switch (this) {
      case Sent _, Lost _ -> true;
      case Due _, Waiting _, Done _, Failed _ -> false;
    };
  }
}
