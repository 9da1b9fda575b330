package ecpay.app.web.checkout;

import ecpay.domain.boundcard.BoundCard;

/** What a member is told about a binding. */
final class BindMessage {
  static final MessagePage NO_SUCH_CARD =
      new MessagePage("找不到這個綁卡頁面", "There is no such page. Please follow the link of your shop.");

  static final MessagePage NO_TOKEN =
      new MessagePage(
          "卡片資料不完整，請回上一頁再試", "The card data are incomplete. Please go back and try again.");

  static final MessagePage TOO_LATE =
      new MessagePage("綁卡頁面已過期", "This page has expired. Please begin again at your shop.");

  /** For a return that cannot be shown to come from ECPay: says nothing about any card. */
  static final MessagePage RETURNED =
      new MessagePage("謝謝您，綁卡結果以商店通知為準", "Thank you. The shop will tell you how it ended.");

  private static final MessagePage WAITING =
      new MessagePage("綁卡確認中", "Your card is being confirmed. You can close this page.");

  private static final MessagePage AT_THE_BANK =
      new MessagePage(
          "銀行驗證尚未完成，請回到綁卡頁面繼續",
          "Your bank has not confirmed the card yet. Open the link of your shop again to go on there.");

  private static final MessagePage GONE = new MessagePage("卡片已刪除", "The card was deleted.");

  private static final MessagePage FAILED =
      new MessagePage("綁卡未完成", "No card was bound. Please begin again at your shop.");

  private BindMessage() {}

  static MessagePage of(BoundCard card) {
    return switch (card) {
      case BoundCard.Bound bound ->
          new MessagePage(
              "綁卡完成，末四碼 " + bound.lastFour(),
              "The card ending in " + bound.lastFour() + " is bound.");
      case BoundCard.Failed _ -> FAILED;
      case BoundCard.Open _ -> TOO_LATE;
      case BoundCard.Deleting _, BoundCard.Deleted _ -> GONE;
      case BoundCard.AwaitingMember _ -> AT_THE_BANK;
      case BoundCard.Opening _, BoundCard.Submitted _, BoundCard.Claimed _ -> WAITING;
    };
  }
}
