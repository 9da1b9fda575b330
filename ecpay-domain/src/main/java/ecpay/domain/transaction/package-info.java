/** The unit of work: everything inside happens, or nothing does. */
@NullMarked
package ecpay.domain.transaction;

import org.jspecify.annotations.NullMarked;
