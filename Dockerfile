# syntax=docker/dockerfile:1
# One image for each service: docker build --build-arg SERVICE=sagas --build-arg MODULE=sagas .

# The same for all services, so it runs once for all of them.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
# The servers that the local run and the tests start are not needed in here, and not fetched (mdep.skip).
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -DskipTests -Dmdep.skip=true -Dspotless.check.skip=true \
    -pl command-side,sagas,projections,query-side,infra/gateway,infra/payment-simulator -am package

# A layer for what seldom changes, and one for what always does.
FROM eclipse-temurin:25-jdk AS layers
ARG MODULE
WORKDIR /extract
COPY --from=build /src/${MODULE}/target/*-exec.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
ARG SERVICE
LABEL org.opencontainers.image.title="waybill-${SERVICE}" org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --uid 10001 --no-create-home waybill
WORKDIR /waybill
COPY infra/docker/healthy /usr/local/bin/healthy
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001
# In a container every service listens to its network, on the same port.
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "service.jar"]
