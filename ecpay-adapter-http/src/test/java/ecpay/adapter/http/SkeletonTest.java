package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkeletonTest {
  @Test
  void stands() {
    assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
  }
}
