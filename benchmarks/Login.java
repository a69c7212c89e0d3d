import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** A login with a password, sent by the calling thread itself, as {@link java.net.http.HttpClient} would not. */
record Login(String email, String password) {

    static final int TOO_MANY_REQUESTS = 429;

    /** The status with which a server answers. */
    int status(int port) throws IOException {
        var url = URI.create("http://127.0.0.1:" + port + "/api/v1/auth/login/").toURL();
        var login = (HttpURLConnection) url.openConnection();
        login.setRequestProperty("Content-Type", "application/json");
        login.setDoOutput(true);
        login.getOutputStream()
                .write(Client.json(Map.of("email", email, "password", password)).getBytes(UTF_8));
        int status = login.getResponseCode();
        (status < 400 ? login.getInputStream() : login.getErrorStream()).readAllBytes();
        return status;
    }
}
