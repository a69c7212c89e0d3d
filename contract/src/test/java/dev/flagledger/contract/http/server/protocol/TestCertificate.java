package dev.flagledger.contract.http.server.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A self-signed certificate for this machine, created by keytool, with its key. */
record TestCertificate(X509Certificate certificate, PrivateKey privateKey) {

    private static final String PASSWORD = "changeit";
    private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

    /** Creates a certificate and a key. */
    public static TestCertificate make() {
        try {
            var directory = Files.createTempDirectory("certificate");
            var store = directory.resolve("store.p12");
            var tool = new ProcessBuilder(
                            KEYTOOL.toString(),
                            "-genkeypair",
                            "-alias",
                            "it",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-ext",
                            "bc:c=ca:true",
                            "-validity",
                            "2",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            store.toString())
                    .inheritIO()
                    .start();
            if (tool.waitFor() != 0) {
                throw new AssertionError("keytool failed");
            }
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            Files.delete(store);
            Files.delete(directory);
            return new TestCertificate((X509Certificate) keys.getCertificate("it"), (PrivateKey)
                    keys.getKey("it", PASSWORD.toCharArray()));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Returns the certificate in PEM. */
    public String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    /** Returns the key in PEM. */
    public String privateKeyPem() {
        return pem("PRIVATE KEY", privateKey.getEncoded());
    }

    /** Writes {@code certificate.pem} and {@code key.pem}. */
    public void writeTo(Path directory) throws GeneralSecurityException, IOException {
        Files.writeString(directory.resolve("certificate.pem"), certificatePem());
        Files.writeString(directory.resolve("key.pem"), privateKeyPem());
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content)
                + "\n-----END " + type + "-----\n";
    }
}
