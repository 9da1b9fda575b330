/** Money taken off an issued invoice, on paper or with the buyer's online consent. */
@NullMarked
package ecpay.domain.allowance;

import org.jspecify.annotations.NullMarked;
