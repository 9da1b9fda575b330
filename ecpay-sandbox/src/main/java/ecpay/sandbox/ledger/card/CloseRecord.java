package ecpay.sandbox.ledger.card;

import java.time.LocalDateTime;

/**
 * One line of {@code close_data}: a capture, or a refund with a negative amount.
 *
 * @param state TO_BE_CAPTURED until the bank has booked it, then CAPTURED; OPERATION_CANCELLED when
 *     it was taken back
 * @param serial running number, unique in this sandbox
 * @param amount whole TWD, negative for a refund
 * @param at when it was asked for or, once booked, when it was booked; Taipei time
 */
public record CloseRecord(CardState state, long serial, long amount, LocalDateTime at) {
  CloseRecord turned(CardState next, LocalDateTime when) {
    return new CloseRecord(next, serial, amount, when);
  }
}
