/** What can be done with allowances: request, record consent, settle. */
@NullMarked
package ecpay.domain.allowance.usecase;

import org.jspecify.annotations.NullMarked;
