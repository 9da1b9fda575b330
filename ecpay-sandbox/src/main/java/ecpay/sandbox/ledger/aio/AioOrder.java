package ecpay.sandbox.ledger.aio;

import ecpay.sandbox.ledger.period.PeriodTerms;
import ecpay.sandbox.merchant.Merchant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What AioCheckOut agreed on.
 *
 * @param signer whose keys sign every later notice
 * @param platformId empty for an ordinary merchant
 * @param amount whole TWD
 * @param itemName at most 400 characters
 * @param methods what the buyer may choose among
 * @param brand ChooseSubPayment, may be empty
 * @param extras whether notices carry the extra fields (NeedExtraPaidInfo)
 * @param customFields exactly four, may be empty
 */
public record AioOrder(
    Merchant signer,
    String merchantId,
    String platformId,
    String storeId,
    String merchantTradeNo,
    long amount,
    String itemName,
    Set<AioMethod> methods,
    String brand,
    boolean extras,
    List<String> customFields,
    Addresses addresses,
    Deadlines deadlines,
    CardTerms card) {

  /** Where ECPay tells what; empty for what the shop did not name. */
  public record Addresses(
      String returnUrl,
      String paymentInfoUrl,
      String orderResultUrl,
      String clientRedirectUrl,
      String clientBackUrl) {}

  /**
   * How long a code can be paid.
   *
   * @param atmDays 1 to 60
   * @param cvsMinutes 1 to 43,200
   * @param barcodeDays 1 to 30
   */
  public record Deadlines(int atmDays, int cvsMinutes, int barcodeDays) {}

  /**
   * What the shop asks of a card.
   *
   * @param instalments the counts the buyer may choose among; empty for a single payment
   * @param bonus whether bonus points may be redeemed
   * @param unionPay whether only UnionPay is offered
   * @param period the terms of a periodic contract
   */
  public record CardTerms(
      List<String> instalments, boolean bonus, boolean unionPay, Optional<PeriodTerms> period) {
    public CardTerms {
      instalments = List.copyOf(instalments);
    }
  }

  public AioOrder {
    methods = Set.copyOf(methods);
    customFields = List.copyOf(customFields);
  }
}
