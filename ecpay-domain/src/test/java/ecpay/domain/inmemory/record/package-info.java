/** In memory: what happened, what was received, what was asked, and what is still to be done. */
@NullMarked
package ecpay.domain.inmemory.record;

import org.jspecify.annotations.NullMarked;
