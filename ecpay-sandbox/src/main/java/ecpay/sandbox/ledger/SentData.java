package ecpay.sandbox.ledger;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The Data that a document was asked with. Its up to 999 Items are kept packed: as objects they
 * take many times the room, and the ledger keeps up to a million documents.
 */
public final class SentData {
  private static final String ITEMS = "Items";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final ObjectNode others;
  private final byte[] items;

  private SentData(ObjectNode others, byte[] items) {
    this.others = others;
    this.items = items;
  }

  /** A copy of the Data; what becomes of the original does not matter. */
  public static SentData of(ObjectNode data) {
    ObjectNode others = data.objectNode();
    others.setAll(data);
    others.remove(ITEMS);
    return new SentData(others.deepCopy(), packed(data.path(ITEMS)));
  }

  private static byte[] packed(JsonNode items) {
    var packed = new ByteArrayOutputStream();
    try (var packing = new DeflaterOutputStream(packed)) {
      MAPPER.writeValue(packing, items);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A field, empty when it was not sent. */
  public String text(String field) {
    return others.path(field).asText("");
  }

  /** The Items as they were sent, unpacked anew for every call. */
  public JsonNode items() {
    try (var unpacking = new InflaterInputStream(new ByteArrayInputStream(items))) {
      return MAPPER.readTree(unpacking);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
