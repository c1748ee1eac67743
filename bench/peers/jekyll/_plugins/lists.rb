# Jekyll itself makes no pages for categories and tags: a list for each, 100 articles a page, and an index.
class Lists < Jekyll::Generator
  PAGE_SIZE = 100

  def generate(site)
    { "categories" => site.categories, "tags" => site.tags }.each do |taxonomy, terms|
      site.pages << page(site, taxonomy, "index.html", "layout" => "terms", "title" => taxonomy,
                         "terms" => terms.map { |name, posts| { "name" => name, "count" => posts.size } })
      terms.each { |name, posts| list(site, "#{taxonomy}/#{name}", name, posts) }
    end
  end

  private

  def list(site, folder, name, posts)
    pages = posts.sort_by(&:date).reverse.each_slice(PAGE_SIZE).to_a
    pages.each_with_index do |part, index|
      site.pages << page(site, folder, address(index), "layout" => "list", "title" => name, "posts" => part,
                         "newer" => (address(index - 1) if index > 0),
                         "older" => (address(index + 1) if index + 1 < pages.size))
    end
  end

  def address(index)
    index.zero? ? "index.html" : "#{index + 1}.html"
  end

  def page(site, folder, name, data)
    Jekyll::PageWithoutAFile.new(site, site.source, folder, name).tap { |made| made.data.merge!(data) }
  end
end
