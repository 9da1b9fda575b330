/** What is asked about a buyer before issuing. */
@NullMarked
package ecpay.domain.check.usecase;

import org.jspecify.annotations.NullMarked;
