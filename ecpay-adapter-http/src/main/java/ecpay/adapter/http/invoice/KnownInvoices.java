package ecpay.adapter.http.invoice;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.document.Bearer;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the IIS fields of an invoice. Its number, times and amounts must be there; whatever else is
 * missing is empty.
 */
final class KnownInvoices {
  private static final int IDENTIFIER_DIGITS = 8;

  private KnownInvoices() {}

  static KnownInvoice read(Fields answer) {
    return new KnownInvoice(
        answer.text("IIS_Relate_Number").strip(),
        Documents.issued(answer, "IIS_Number", "IIS_Create_Date", "IIS_Random_Number"),
        answer.money("IIS_Sales_Amount"),
        answer.money("IIS_Remain_Allowance_Amt"),
        isSet(answer, "IIS_Invalid_Status") || isAnnulled(answer),
        isSet(answer, "IIS_Upload_Status"),
        uploadedAt(answer),
        bearer(answer));
  }

  /** As by a VoidWithReIssue whose second half failed; issued anew it shows 1 again (R-INV-27). */
  private static boolean isAnnulled(Fields answer) {
    return answer.text("IIS_Issue_Status").strip().equals("0");
  }

  /** Empty, too, without a date: a time is never made up. */
  private static Optional<Instant> uploadedAt(Fields answer) {
    return isSet(answer, "IIS_Upload_Status")
        ? WireTime.readDeadline(answer.text("IIS_Upload_Date"))
        : Optional.empty();
  }

  private static Bearer bearer(Fields answer) {
    String carrierType = orNone(answer.text("IIS_Carrier_Type"));
    return new Bearer(
        identifier(answer),
        answer.text("IIS_Customer_Name"),
        answer.text("IIS_Customer_Addr"),
        answer.text("IIS_Customer_Phone"),
        answer.text("IIS_Customer_Email"),
        carrierType,
        carrierNumber(carrierType, answer),
        orNone(answer.text("IIS_Love_Code")),
        isSet(answer, "IIS_Print_Flag"));
  }

  /** Nothing but zeros stands for none. */
  private static String identifier(Fields answer) {
    String digits = answer.digits("IIS_Identifier", IDENTIFIER_DIGITS);
    return digits.matches("0*") ? "" : digits;
  }

  /** Of a card the number on its face is shown, of ECPay's own carrier what ECPay calls it. */
  private static String carrierNumber(String type, Fields answer) {
    return switch (type) {
      case "2", "3" -> answer.text("IIS_Carrier_Num").strip();
      default -> "";
    };
  }

  private static String orNone(String code) {
    String stripped = code.strip();
    return stripped.equals("0") ? "" : stripped;
  }

  private static boolean isSet(Fields answer, String flag) {
    return answer.text(flag).strip().equals("1");
  }
}
