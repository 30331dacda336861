constexpr int step = 1;
