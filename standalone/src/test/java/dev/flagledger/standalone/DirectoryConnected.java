package dev.flagledger.standalone;

import java.util.List;
import java.util.UUID;

/** An organisation whose admin, Ana, has connected a directory. */
abstract class DirectoryConnected {

    static final TestServer SERVER = TestServer.shared();
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    final Shop shop = Shop.in(SERVER);
    final Api ana = shop.ana();
    final String path = "organisations/" + shop.organisation() + "/";
    final Api directory = Directory.connected(SERVER, ana, path);
    final String email = "bo-" + UUID.randomUUID() + "@example.test";

    /** The addresses of the members. */
    List<String> emails() {
        return ana.get(path + "users/")
                .ok()
                .valueStream()
                .map(user -> user.get("email").asString())
                .toList();
    }
}
