package ecpay.domain.refund;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * What a person has seen of a plan, in 16 characters: what had gone back before, the amount and the
 * steps, each with what it is about. Another plan has another one, and so has the same plan once
 * somebody else has carried it out: two people who saw it give the money back once.
 */
public record PlanDigest(String value) {
  private static final int BYTES = 8;

  static PlanDigest of(RefundPlan plan) {
    String seen =
        plan.acts().stream()
            .map(PlanDigest::words)
            .collect(
                Collectors.joining(
                    "; ",
                    plan.before() + " " + plan.amount() + " " + plan.everything() + ": ",
                    ""));
    return new PlanDigest(
        HexFormat.of().formatHex(sha256(seen.getBytes(StandardCharsets.UTF_8)), 0, BYTES));
  }

  private static String words(RefundAct act) {
    String about =
        switch (act) {
          case RefundAct.OfMoney _, RefundAct.Withhold _ -> "";
          case RefundAct.VoidInvoice voiding -> voiding.invoice().value();
          case RefundAct.CancelScheduledInvoice waiting -> waiting.invoice().value();
          case RefundAct.IssueAllowance allowance ->
              allowance.invoice() + " " + allowance.isOnline() + " " + allowance.lines();
        };
    return act.getClass().getSimpleName() + " " + act.amount() + " " + about;
  }

  private static byte[] sha256(byte[] seen) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(seen);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
