/** What features are set to in an environment, by default, for segments and for identities, as administrators read it. */
@NullMarked
package dev.flagledger.query.flag;

import org.jspecify.annotations.NullMarked;
