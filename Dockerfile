# docker build -t factcheck . && docker run --rm -v "$PWD:/texts" factcheck .
FROM debian:bookworm-slim AS build
COPY . /source
WORKDIR /source
SHELL ["/bin/bash", "-c"]
RUN . scripts/lib.sh && need_packages "${build_packages[@]}" dpkg-dev file
RUN cmake --preset release -DFACTCHECK_TESTS=OFF && cmake --build --preset release --target factcheck-cli && \
    cpack --config build/release/CPackConfig.cmake -B /package

FROM debian:bookworm-slim
COPY --from=build /package/*.deb /tmp/
RUN apt-get update -q && apt-get install -y -q --no-install-recommends /tmp/*.deb && rm -rf /tmp/*.deb /var/lib/apt/lists/*
WORKDIR /texts
USER nobody
ENTRYPOINT ["factcheck"]
