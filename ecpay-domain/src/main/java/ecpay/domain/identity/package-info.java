/** New identities, from outside the domain so that it stays deterministic. */
@NullMarked
package ecpay.domain.identity;

import org.jspecify.annotations.NullMarked;
