/** What every side needs at run time and must not copy. Knows no feature: it carries messages, it does not read them. */
@NullMarked
package dev.flagledger.platform;

import org.jspecify.annotations.NullMarked;
