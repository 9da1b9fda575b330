package ecpay.adapter.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void aTextComesWithoutWhatNoDatabaseKeeps() {
    assertThat(Fields.read("{\"RtnMsg\": \"de\\u0000clined\"}").rtnMsg()).isEqualTo("declined");
  }
}
