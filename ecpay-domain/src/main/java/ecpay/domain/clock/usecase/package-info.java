/** What is done about a clock that deviates. */
@NullMarked
package ecpay.domain.clock.usecase;

import org.jspecify.annotations.NullMarked;
