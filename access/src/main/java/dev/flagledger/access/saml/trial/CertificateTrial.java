package dev.flagledger.access.saml.trial;

import dev.flagledger.access.outbound.ForeignText;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether an identity provider has a certificate that is valid now. */
final class CertificateTrial {

    private static final int MAX_NAME = 200;

    private static final String MEANING =
            " Responses that are signed with these keys are accepted nevertheless, but the identity"
                    + " provider may sign with others now.";

    private CertificateTrial() {}

    /** Returns why each certificate is not valid; empty if one is. */
    static Optional<String> problemOf(List<X509Certificate> certificates, Instant now) {
        boolean anyValid = certificates.stream().anyMatch(one -> !now.isBefore(begin(one)) && !now.isAfter(end(one)));
        return anyValid
                ? Optional.empty()
                : Optional.of("No certificate of the identity provider is valid now: "
                        + certificates.stream().map(one -> told(one, now)).collect(Collectors.joining("; "))
                        + "." + MEANING);
    }

    private static String told(X509Certificate certificate, Instant now) {
        var name = ForeignText.printable(certificate.getSubjectX500Principal().getName(), MAX_NAME);
        return now.isBefore(begin(certificate))
                ? name + " is valid from " + begin(certificate)
                : name + " was valid until " + end(certificate);
    }

    private static Instant begin(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
