package ecpay.domain.clock;

/**
 * Port: who is told how far our clock is from ECPay's, after each answer that says ECPay's time.
 */
public interface ClockListener {
  void measured(ClockDeviation deviation);
}
