/** Random cases from a seed, so that whatever fails once fails again. */
@NullMarked
package ecpay.domain.property;

import org.jspecify.annotations.NullMarked;
