package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssueMatrixTest {
  private static final int MISSING = 10000002;
  private static final int MALFORMED = 10000003;
  @AutoClose private final Bench bench = new Bench();

  private Answer issue(ObjectNode data) {
    return bench.invoice("Issue", data);
  }

  /** Company 04595257 has a sound checksum; carrier numbers fit their carriers. */
  @ParameterizedTest
  @CsvSource({
    // company, donation, print, carrier, accepted
    "'',       0, 1, '', true",
    "'',       0, 0, 1,  true",
    "'',       0, 0, 2,  true",
    "'',       0, 0, 3,  true",
    "'',       0, 0, 4,  true",
    "'',       0, 0, 5,  true",
    "'',       1, 0, '', true",
    "04595257, 0, 1, '', true",
    "04595257, 0, 0, 1,  true",
    "04595257, 0, 0, 2,  true",
    "04595257, 0, 0, 3,  true",
    "04595257, 0, 1, 3,  true",
    "'',       0, 0, '', false",
    "'',       0, 1, 1,  false",
    "'',       0, 1, 3,  false",
    "'',       1, 1, '', false",
    "'',       1, 0, 3,  false",
    "04595257, 0, 0, '', false",
    "04595257, 0, 1, 1,  false",
    "04595257, 0, 1, 2,  false",
    "04595257, 0, 0, 4,  false",
    "04595257, 1, 0, '', false",
  })
  void onlyTheRowsOfTheMatrixAreAccepted(
      String company, String donation, String print, String carrier, boolean accepted) {
    var data =
        Invoices.issue(Order.number())
            .put("CustomerIdentifier", company)
            .put("Donation", donation)
            .put("LoveCode", donation.equals("1") ? "0168" : "")
            .put("Print", print)
            .put("CarrierType", carrier)
            .put(
                "CarrierNum",
                switch (carrier) {
                  case "2" -> "AB12345678901234";
                  case "3" -> "/ABC+12.";
                  case "4", "5" -> "0123456789";
                  default -> "";
                })
            .put("CarrierNum2", carrier.equals("4") || carrier.equals("5") ? "9876543210" : "");
    var answer = issue(data);
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(accepted ? 1 : MALFORMED);
  }

  @Test
  void aPaperInvoiceNeedsNameAndAddress() {
    var data =
        Invoices.issue(Order.number())
            .put("Print", "1")
            .put("CarrierType", "")
            .put("CarrierNum", "");
    assertThat(issue(data.deepCopy().put("CustomerName", "")).rtnMsg()).contains("CustomerName");
    assertThat(issue(data.deepCopy().put("CustomerAddr", "")).rtnMsg()).contains("CustomerAddr");
    assertThat(issue(data).rtnCode()).isEqualTo(1);
  }

  @Test
  void aCompanyNeedsItsNameAndABuyerSomeContact() {
    var nameless =
        Invoices.issue(Order.number())
            .put("CustomerIdentifier", "04595257")
            .put("CustomerName", "");
    assertThat(issue(nameless).rtnCode()).isEqualTo(MISSING);
    var unreachable =
        Invoices.issue(Order.number()).put("CustomerPhone", "").put("CustomerEmail", "");
    assertThat(issue(unreachable).rtnCode()).isEqualTo(MISSING);
  }

  @Test
  void aSeventhDigitSevenMayCountOneMore() {
    assertThat(issue(company("10458574")).rtnCode()).isEqualTo(1);
    assertThat(issue(company("10458573")).rtnCode()).isEqualTo(2027000);
  }

  private static ObjectNode company(String id) {
    return Invoices.issue(Order.number()).put("CustomerIdentifier", id);
  }

  @ParameterizedTest
  @CsvSource({
    // InvType, TaxType, first line, second line, mark, reason, special, accepted
    "07, 1, 1,  1,  '', '', '', true",
    "07, 1, '', '', '', '', '0', true",
    "07, 2, 2,  2,  1,  71, '', true",
    "07, 2, 2,  2,  '', 71, '', false",
    "07, 2, 2,  2,  1,  '', '', false",
    "07, 2, 2,  2,  1,  70, '', false",
    "07, 3, 3,  3,  '', '', 8,  true",
    "07, 3, 3,  3,  '', '', '', false",
    "08, 3, 3,  3,  '', '', 8,  true",
    "08, 4, '', '', '', '', 2,  true",
    "08, 4, '', '', '', '', '', false",
    "07, 4, '', '', '', '', 2,  false",
    "08, 1, 1,  1,  '', '', '', false",
    "07, 9, 1,  2,  2,  79, '', true",
    "07, 9, 1,  3,  '', '', '', true",
    "07, 9, 1,  2,  '', '', '', false",
    "07, 9, 1,  1,  '', '', '', false",
    "07, 9, 2,  3,  1,  71, '', false",
    "07, 9, 1,  '', '', '', '', false",
    "08, 9, 1,  3,  '', '', '', false",
  })
  void onlyMatchingKindsOfTaxAreAccepted(
      String invType,
      String taxType,
      String first,
      String second,
      String mark,
      String reason,
      String special,
      boolean accepted) {
    var data =
        Invoices.issue(Order.number())
            .put("InvType", invType)
            .put("TaxType", taxType)
            .put("ClearanceMark", mark)
            .put("ZeroTaxRateReason", reason)
            .put("SpecialTaxType", special);
    var items = (ArrayNode) data.path("Items");
    ((ObjectNode) items.path(0)).put("ItemTaxType", first);
    ((ObjectNode) items.path(1)).put("ItemTaxType", second);
    var answer = issue(data);
    assertThat(answer.rtnCode() == 1).as(answer.rtnMsg()).isEqualTo(accepted);
  }
}
