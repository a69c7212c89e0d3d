# One image for every role; docker-compose.yml shows them side by side.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends maven \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN mvn -B -ntp -q -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip -pl standalone -am package \
    && java -Djarmode=tools -jar standalone/target/flagledger.jar extract --destination /application

FROM eclipse-temurin:25-jre
# PostgreSQL does not run as root, and the server has no need to.
RUN useradd --system --create-home --home-dir /var/lib/flagledger flagledger
COPY --from=build /application /opt/flagledger
USER flagledger
WORKDIR /var/lib/flagledger
VOLUME /var/lib/flagledger
EXPOSE 8000
# Asked with the shell's own means: the image needs no other program for it.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8000; printf 'GET /health HTTP/1.0\r\n\r\n' >&3; head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/flagledger/flagledger.jar"]
CMD ["run", "--data", "/var/lib/flagledger"]
