//! Independent pieces of work on several threads; the results keep the order of the input.

/// Applies `work` to each item. One thread, or few items, means no thread is started.
pub(crate) fn map<T: Sync, R: Send>(items: &[T], threads: usize, work: impl Fn(usize, &T) -> R + Sync) -> Vec<R> {
    const WORTH_A_THREAD: usize = 8;
    if threads <= 1 || items.len() < WORTH_A_THREAD {
        return items.iter().enumerate().map(|(index, item)| work(index, item)).collect();
    }
    let size = items.len().div_ceil(threads);
    std::thread::scope(|scope| {
        let work = &work;
        let running: Vec<_> = items
            .chunks(size)
            .enumerate()
            .map(|(chunk, items)| {
                scope.spawn(move || {
                    items.iter().enumerate().map(|(index, item)| work(chunk * size + index, item)).collect::<Vec<R>>()
                })
            })
            .collect();
        running
            .into_iter()
            .flat_map(|thread| match thread.join() {
                Ok(results) => results,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_keep_the_order_of_the_input() {
        let items: Vec<usize> = (0..1000).collect();
        for threads in [1, 2, 3, 8] {
            assert_eq!(
                super::map(&items, threads, |index, item| index + item),
                items.iter().map(|item| item * 2).collect::<Vec<_>>()
            );
        }
    }
}
