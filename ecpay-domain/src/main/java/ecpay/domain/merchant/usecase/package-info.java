/** What people do with the keys of a merchant's systems: add one, withdraw one, look at them. */
@NullMarked
package ecpay.domain.merchant.usecase;

import org.jspecify.annotations.NullMarked;
