package ecpay.adapter.http.track;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.AskingForInvoices;
import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.rule.Rule;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.TrackGateway.Switched;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import ecpay.domain.track.TrackSwitch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How number tracks are asked for, added and switched (invoice-b2c.md section 9). */
class TracksTest extends AskingForInvoices {
  private static final Term TERM = new Term(115, 6);
  private static final TrackRange RANGE = new TrackRange("UV", "00000000", "00000099");
  private static final Allotment ALLOTMENT = new Allotment(TERM, InvoiceType.GENERAL, RANGE, 2);
  private static final TrackId TRACK = new TrackId("1234");

  private final TrackGateway tracks = adapter.getInstance(TrackGateway.class);

  private Answer<List<Allotment>> allotted() {
    return tracks.getGovInvoiceWordSetting(Facts.MERCHANT, 115);
  }

  private Answer<TrackId> add() {
    return tracks.addInvoiceWordSetting(Facts.MERCHANT, ALLOTMENT);
  }

  private Answer<Switched> enable() {
    return tracks.updateInvoiceWordStatus(Facts.MERCHANT, TRACK, TrackSwitch.ENABLE);
  }

  private Answer<List<Track>> list() {
    return tracks.getInvoiceWordSetting(Facts.MERCHANT, TERM);
  }

  @ParameterizedTest
  @CsvSource({"115, 115", "99, 099"})
  @Rule("R-INV-30")
  void theGovernmentIsAskedByYear(int year, String digits) {
    tracks.getGovInvoiceWordSetting(Facts.MERCHANT, year);
    sent(
        "GetGovInvoiceWordSetting",
        "{\"MerchantID\":\"2000132\",\"InvoiceYear\":\"" + digits + "\"}");
  }

  @Test
  void aTrackIsAddedForB2c() {
    add();
    sent(
        "AddInvoiceWordSetting",
        """
        {"MerchantID":"2000132","InvoiceTerm":6,"InvoiceYear":"115","InvType":"07",\
        "InvoiceCategory":"1","InvoiceHeader":"UV","InvoiceStart":"00000000",\
        "InvoiceEnd":"00000099"}\
        """);
  }

  @ParameterizedTest
  @CsvSource({"DISABLE, 0", "PAUSE, 1", "ENABLE, 2"})
  void aTrackIsSwitchedByItsId(TrackSwitch to, int status) {
    tracks.updateInvoiceWordStatus(Facts.MERCHANT, TRACK, to);
    sent(
        "UpdateInvoiceWordStatus",
        "{\"MerchantID\":\"2000132\",\"TrackID\":\"1234\",\"InvoiceStatus\":" + status + "}");
  }

  @Test
  void theTracksOfATermAreAskedForWhateverTheirStatus() {
    list();
    sent(
        "GetInvoiceWordSetting",
        """
        {"MerchantID":"2000132","InvoiceYear":"115","InvoiceTerm":6,"UseStatus":0,\
        "InvoiceCategory":"1"}\
        """);
  }

  @Test
  void theTracksOfAYearAreThoseOfAllTerms() {
    tracks.getInvoiceWordSetting(Facts.MERCHANT, 115);
    sent(
        "GetInvoiceWordSetting",
        """
        {"MerchantID":"2000132","InvoiceYear":"115","InvoiceTerm":0,"UseStatus":0,\
        "InvoiceCategory":"1"}\
        """);
  }

  /** D-12, D-13. */
  @Test
  void theNamesOfTwoOperationsAreSettings() {
    EcpaySettings.InvoiceWire usual = EcpaySettings.InvoiceWire.usual();
    TrackGateway other =
        Facts.adapter(
                Facts.settings(
                    ecpay.uri(),
                    new EcpaySettings.InvoiceWire(
                        usual.revision(),
                        usual.allowanceDigests(),
                        usual.companyLookup(),
                        "InvoiceWordSetting",
                        "SetInvoiceWordStatus",
                        usual.barcodeField(),
                        usual.everyMailGoesTo())))
            .getInstance(TrackGateway.class);
    other.addInvoiceWordSetting(Facts.MERCHANT, ALLOTMENT);
    other.updateInvoiceWordStatus(Facts.MERCHANT, TRACK, TrackSwitch.PAUSE);
    assertThat(ecpay.requests())
        .extracting(ScriptedEcpay.Request::path)
        .containsExactly("/B2CInvoice/InvoiceWordSetting", "/B2CInvoice/SetInvoiceWordStatus");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"InvoiceTerm":6,"InvType":"07","InvoiceHeader":"UV","InvoiceStart":"00000000",\
        "InvoiceEnd":"00000099","Number":2}\
        """,
        """
        {"InvoiceTerm":"6","InvType":7,"InvoiceHeader":"UV","InvoiceStart":0,\
        "InvoiceEnd":99,"Number":"2"}\
        """
      })
  void anAllotmentIsReadWhateverTheTypesOfItsValues(String row) {
    answers("{\"RtnCode\":1,\"InvoiceInfo\":[" + row + "]}");
    assertThat(allotted()).isEqualTo(accepted(List.of(ALLOTMENT)));
  }

  @ParameterizedTest
  @CsvSource({"\"00000049\", 00000049", "49, 00000049", "0, 00000000", "'\"\"', ", "null, "})
  void aTrackIsReadWithTheNumberItUsedLast(String sent, String last) {
    answers(
        """
        {"RtnCode":1,"InvoiceInfo":[{"TrackID":1234,"InvoiceYear":115,"InvoiceTerm":6,\
        "InvoiceCategory":1,"InvType":"07","InvoiceHeader":"UV","InvoiceStart":"00000000",\
        "InvoiceEnd":"00000099","InvoiceNo":%s,"UseStatus":"2"}]}\
        """
            .formatted(sent));
    assertThat(list())
        .isEqualTo(
            accepted(
                List.of(
                    new Track(
                        TRACK,
                        TERM,
                        InvoiceType.GENERAL,
                        RANGE,
                        Optional.ofNullable(last),
                        TrackStatus.IN_USE))));
  }

  @ParameterizedTest
  @CsvSource({
    "\"UseStatus\":7, an unknown UseStatus",
    "\"UseStatus\":null, no whole UseStatus",
    "\"UseStatus\":99999999999, an endless UseStatus"
  })
  void aTrackOfAnUnknownStatusIsNotTaken(String status, String why) {
    answers(
        """
        {"RtnCode":1,"InvoiceInfo":[{"TrackID":"1234","InvoiceTerm":6,"InvType":"07",\
        "InvoiceHeader":"UV","InvoiceStart":"00000000","InvoiceEnd":"00000099",%s}]}\
        """
            .formatted(status));
    assertThat(list()).isEqualTo(notAsExpected(why));
  }

  @Test
  void anUnknownTypeIsNotTaken() {
    answers(
        """
        {"RtnCode":1,"InvoiceInfo":[{"InvoiceTerm":6,"InvType":"09","InvoiceHeader":"UV",\
        "InvoiceStart":"00000000","InvoiceEnd":"00000099","Number":2}]}\
        """);
    assertThat(allotted()).isEqualTo(notAsExpected("an unknown InvType"));
  }

  @Test
  @Rule("R-INV-29")
  void aRangeThatIsNoneIsNotTaken() {
    answers(
        """
        {"RtnCode":1,"InvoiceInfo":[{"InvoiceTerm":6,"InvType":"07","InvoiceHeader":"UV",\
        "InvoiceStart":"00000001","InvoiceEnd":"00000099","Number":2}]}\
        """);
    assertThat(allotted()).isInstanceOf(Answer.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "7"})
  void noDataIsAnEmptyList(String code) {
    String nothing = "{\"RtnCode\":" + code + ",\"RtnMsg\":\"\"}";
    answers(nothing);
    assertThat(allotted()).isEqualTo(accepted(List.of()));
    answers(nothing);
    assertThat(list()).isEqualTo(accepted(List.of()));
  }

  @Test
  void aRefusalIsNotAnEmptyList() {
    String refused = "{\"RtnCode\":10000002,\"RtnMsg\":\"no\"}";
    answers(refused);
    assertThat(allotted()).isEqualTo(new Answer.Refused<>("10000002", "no"));
    answers(refused);
    assertThat(list()).isEqualTo(new Answer.Refused<>("10000002", "no"));
    answers(refused);
    assertThat(add()).isEqualTo(new Answer.Refused<>("10000002", "no"));
    answers(refused);
    assertThat(enable()).isEqualTo(new Answer.Refused<>("10000002", "no"));
  }

  @Test
  void anAddedTrackHasAnIdFromNowOn() {
    answers("{\"RtnCode\":1,\"TrackID\":1234}");
    assertThat(add()).isEqualTo(accepted(TRACK));
    answers("{\"RtnCode\":1}");
    assertThat(add()).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aSwitchNeedsNoMoreThanItsCode() {
    answers("{\"RtnCode\":\"1\"}");
    assertThat(enable()).isEqualTo(accepted(new Switched()));
  }
}
