package ecpay.adapter.http.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A statement file, read to its end. */
final class WholeFile {
  private WholeFile() {}

  /** The headers of TradeNoAio. */
  static final String AIO = "訂單日期,特店訂單編號,綠界訂單編號,付款方式,付款狀態,付款日期,訂單金額,交易手續費,交易處理費,應收款項,撥款狀態,撥款日期\r\n";

  static List<StatementEntry> read(String text) {
    return read(text.getBytes(UTF_8), Map.of());
  }

  /** Part by part, two entries at the most. */
  static List<StatementEntry> read(byte[] bytes, Map<Column, List<String>> further) {
    try (StatementLines lines =
        new CsvLines(BoundedRows.of(new ByteArrayInputStream(bytes)), further, () -> {})) {
      List<StatementEntry> all = new ArrayList<>();
      for (List<StatementEntry> part = lines.next(2); !part.isEmpty(); part = lines.next(2)) {
        assertThat(part).hasSizeLessThanOrEqualTo(2);
        all.addAll(part);
      }
      return all;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
