package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void aTextComesWithoutWhatNoDatabaseKeeps() {
    assertThat(Json.read("{\"RtnMsg\": \"de\\u0000clined\"}").rtnMsg()).isEqualTo("declined");
  }
}
