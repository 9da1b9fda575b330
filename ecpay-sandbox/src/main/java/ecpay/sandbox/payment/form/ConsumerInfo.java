package ecpay.sandbox.payment.form;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;

/** ConsumerInfo of a request, checked (R-ORD-17). */
public final class ConsumerInfo {
  private ConsumerInfo() {}

  /** Reads the buyer of an order, who can be reached; gives MerchantMemberID, may be empty. */
  public static String buyer(Fields data, boolean memberNeeded) {
    var consumer = data.requiredObject("ConsumerInfo");
    if (consumer.text("Email", 100).isEmpty() && consumer.text("Phone", 60).isEmpty()) {
      throw consumer.missing("Email or Phone");
    }
    checkAddresses(consumer);
    return memberNeeded
        ? consumer.requiredText("MerchantMemberID", 60)
        : consumer.text("MerchantMemberID", 60);
  }

  /** Reads a member; gives MerchantMemberID. */
  public static String member(Fields data) {
    var consumer = data.requiredObject("ConsumerInfo");
    checkAddresses(consumer);
    return consumer.requiredText("MerchantMemberID", 60);
  }

  private static void checkAddresses(Fields consumer) {
    var email = consumer.text("Email", 100);
    var phone = consumer.text("Phone", 60);
    if (!email.isEmpty() && !Formats.isEmail(email)) {
      throw consumer.malformed("Email", "is not one address");
    }
    if (!phone.isEmpty() && !Formats.isDigits(phone)) {
      throw consumer.malformed("Phone", "has other characters than digits");
    }
    consumer.text("Name", 50);
    consumer.text("CountryCode", 3);
    consumer.text("Address", 50);
  }
}
