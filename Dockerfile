# One image for every service; the command says which: docker run IMAGE gateway.
# The images below may come from anywhere, as long as the first has Maven and JDK 25 and the second Java 25 and bash.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre
# Only builds the web page; an image without Node (such as the first) leaves the page out.
ARG NODE_IMAGE=node:22-slim

# --- The web page: files that are the same on every machine.
FROM ${NODE_IMAGE} AS page
WORKDIR /source/console
COPY console/package.json console/package-lock.json console/.npmrc ./
RUN --mount=type=cache,target=/root/.npm if command -v npm > /dev/null; then npm ci --ignore-scripts; fi
COPY console ./
RUN mkdir -p target/classes/static && if command -v npm > /dev/null; then npm run build; fi

# --- The jars, taken apart into what others made and what this repository made. What judges the code is mvn verify; here
# --- it is only built.
FROM ${BUILD_IMAGE} AS build
WORKDIR /source
COPY . .
COPY --from=page /source/console/target/classes/static console/target/classes/static
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -DskipTests -P 'quick,!format' -pl local,demo -am package
RUN deploy/image/sort-jars target/dist /out

# --- Everything but the caches: third parties first, since they change least.
FROM ${RUNTIME_IMAGE} AS plain
RUN groupadd --system --gid 10001 asktrail \
    && useradd --system --uid 10001 --gid asktrail --home-dir /app --shell /usr/sbin/nologin asktrail \
    && install --directory --mode=0700 --owner=asktrail --group=asktrail /exports
# Devanagari letters for drawn charts; Latin ones and the rupee sign come in a jar.
RUN if command -v apt-get > /dev/null; then \
        apt-get update \
        && apt-get install -y --no-install-recommends fontconfig fonts-lohit-deva \
        && rm -rf /var/lib/apt/lists/*; \
    fi
COPY --from=build /out/lib /app/lib
COPY deploy/image/asktrail-service deploy/image/healthy /app/bin/
COPY --from=build /out/class-path /app/class-path
COPY --from=build /out/ours /app/ours
WORKDIR /app
USER asktrail
ENTRYPOINT ["/app/bin/asktrail-service"]

# --- What the JVM learns from one start of each service: starts are several times cheaper with it.
FROM plain AS trained
ARG AOT=on
USER root
COPY deploy/image/train /app/bin/
RUN AOT=${AOT} /app/bin/train /app/aot

FROM plain
COPY --from=trained /app/aot /app/aot
EXPOSE 8080
