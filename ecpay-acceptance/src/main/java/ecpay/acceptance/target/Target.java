package ecpay.acceptance.target;

import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;

/** Where stories are played: a running platform, and the ECPay that it talks to. */
public interface Target extends AutoCloseable {

  /** Whether ECPay's own stage environment is at the other end, or what stands in for it. */
  boolean isStage();

  /** Everybody who plays here. */
  Cast cast(Narrator narrator);

  @Override
  void close();
}
